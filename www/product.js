// @ts-check
// What the page needs to know of a product's terms: its offers, its sets of days, the texts beside its values.
// It holds no figure of any product.

import { lang } from './i18n.js';

/** @typedef {import('./pkg/yuefu.js').Product} Product */

/** A product's text in the page's language. @param {any} texts */
export const textOf = (texts) => texts?.[lang] ?? texts?.['zh-CN'] ?? '';

/** The latest value of a term. @param {Product | null} product @param {string} key @returns {any} */
export const termOf = (product, key) => /** @type {any} */ (product?.terms)?.[key]?.at(-1);

/**
 * The instalments on offer.
 * @param {Product | null} product
 * @returns {{ periods: string, method: string, rate: string }[]}
 */
export const offersOf = (product) =>
  (product?.periods ?? []).map((periods) => ({
    periods: String(periods),
    method: termOf(product, `plan.${periods}.method`)?.value ?? '',
    rate: termOf(product, `plan.${periods}.rate`)?.value ?? '0',
  }));

/** The sets of statement and due day that the product offers. @param {Product | null} product @returns {any[]} */
export const dayChoices = (product) => (product?.choices ?? []).filter((one) => 'statement.day' in one.set);
