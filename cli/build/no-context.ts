/**
 * Stands in for WXT's content script context in our build. Ours would not use it: the page can forge the event
 * that ends it, and it costs a fifteenth of the page's budget. The outbox tells when the extension is gone.
 */
export class ContentScriptContext {}
