// The column beside the thread: the buyer's order and what the buyer asks about.

import { goods } from '../shared/picture.js';

export function Side({ conversation }) {
  return (
    <aside className="sideC4">
      <div className="tabsC4" role="tablist">
        <span className="onC4">咨询宝贝</span>
        <span>足迹</span>
        <span>热销</span>
      </div>
      <div id="rc-tabs-1-panel-combination" role="tabpanel">
        {conversation?.item && (
          <div className="boxC4">
            <img src={goods} alt="" />
            <div>
              <p>{conversation.item.title}</p>
              <p className="priceC4">¥{conversation.item.price}</p>
              <button type="button">邀请下单</button>
            </div>
          </div>
        )}
        {conversation?.order && (
          <div className="orderC4">
            <p>订单编号 {conversation.order}</p>
            <p className="mutedC4">待发货 · 共 1 件</p>
          </div>
        )}
        {!conversation?.item && !conversation?.order && <p className="mutedC4">没有咨询中的商品</p>}
      </div>
      <div id="rc-tabs-1-panel-footprint" role="tabpanel" hidden />
      <div id="rc-tabs-1-panel-hot_product" role="tabpanel" hidden />
    </aside>
  );
}
