import type { UserManifest } from 'wxt';
import { allMatches } from '../../adapters/registry.ts';

/** Shipped consoles as exact hosts; every other origin is asked for one at a time, from an extension page. */
export const CONSOLE_HOSTS = [...new Set(allMatches().map((match) => `https://${match.split('/')[2]}/*`))];

/** No network, no inline code, Trusted Types on: facts in DESIGN.md §3a and §1 decision 5. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** What both browsers' manifests say beyond the entrypoints that WXT finds. */
export function manifestFor(browser: string): UserManifest {
  const firefox = browser === 'firefox';
  return {
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    // `activeTab` tells the popup which site it was opened over, and no more; the side panel holds manual mode.
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'alarms',
      'activeTab',
      ...(firefox ? [] : ['sidePanel']),
    ],
    ...(firefox ? {} : { side_panel: { default_path: 'manual.html' } }),
    optional_permissions: ['notifications'],
    host_permissions: CONSOLE_HOSTS,
    optional_host_permissions: ['https://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: CSP },
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'counterside@counterside.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { externally_connectable: { ids: [] }, minimum_chrome_version: '137' }),
  };
}
