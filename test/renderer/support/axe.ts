import axe from 'axe-core';

/** What axe finds in a part of the page, once nothing moves there any more: a colour on its way is no colour of ours. */
export async function axeFindings(root: Document | string, options: axe.RunOptions = {}): Promise<readonly string[]> {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(root, { ...options, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}
