/** Headers of every answer: what a browser may do with what comes from here. */

/** Sources of a policy, as Content-Security-Policy (W3C CSP Level 3) has them. */
const POLICIES = {
  /** The workbench itself: its own scripts and styles, its own data, frames of its own. */
  page: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ],
  /** Data, files, refusals: nothing in them runs or loads. */
  data: ["default-src 'none'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'", 'sandbox'],
  /** Hostile markup in a frame: an origin of its own, pictures that are part of it, and nothing else. */
  frame: [
    "default-src 'none'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox',
  ],
} as const;

export type Policy = keyof typeof POLICIES;

/**
 * Headers of an answer.
 * @param policy what it is
 * @param more sources of the policy besides, such as the hash of a style
 */
export function headersFor(policy: Policy, more: readonly string[] = []): { [name: string]: string } {
  return {
    'content-security-policy': [...POLICIES[policy], ...more].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': policy === 'frame' ? 'SAMEORIGIN' : 'DENY',
    'referrer-policy': 'no-referrer',
    // Confidential records: nothing of them stays on the disk of the browser.
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
    'x-dns-prefetch-control': 'off',
  };
}
