import './page.css';
import './popup.css';
import { InLanguage } from './InLanguage.tsx';
import { Popup } from './Popup.tsx';

export const viewport = { width: 260, height: 320 };

const ignore = () => undefined;
const acts = { onOpen: ignore, onAllow: ignore, onPoint: ignore, onSide: ignore };
const none = { kind: 'none' } as const;

export default {
  'on duty': (
    <InLanguage language="zh-CN">
      <Popup person="小柚" conversations={64} here={{ kind: 'read', host: 'mms.pinduoduo.com' }} {...acts} />
    </InLanguage>
  ),
  nobody: (
    <InLanguage language="zh-CN">
      <Popup person={null} conversations={null} here={{ kind: 'askable', host: 'chat.example' }} {...acts} />
    </InLanguage>
  ),
  english: (
    <InLanguage language="en">
      <Popup person="小柚" conversations={1} here={none} {...acts} onSide={null} />
    </InLanguage>
  ),
};
