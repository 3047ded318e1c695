import './page.css';
import './popup.css';
import { InLanguage } from './InLanguage.tsx';
import { Popup } from './Popup.tsx';

export const viewport = { width: 260, height: 190 };

const ignore = () => undefined;

export default {
  'on duty': (
    <InLanguage language="zh-CN">
      <Popup person="小柚" conversations={64} onOpen={ignore} />
    </InLanguage>
  ),
  nobody: (
    <InLanguage language="zh-CN">
      <Popup person={null} conversations={null} onOpen={ignore} />
    </InLanguage>
  ),
  english: (
    <InLanguage language="en">
      <Popup person="小柚" conversations={1} onOpen={ignore} />
    </InLanguage>
  ),
};
