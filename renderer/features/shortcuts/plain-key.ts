/** True for a single key that the agent did not mean as text: no modifier, no text field, no open menu or dialog. */
export function isPlainKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return true;
  if (target.isContentEditable) return false;
  return target.closest('input, textarea, select, dialog, [role=dialog], [role=menu], [role=textbox]') === null;
}
