import { useApp } from '../../state/app-provider.tsx';
import { useWidthClass } from '../panes/use-width-class.ts';

/** Open where there is room for a column of its own, until the agent decides otherwise; elsewhere it is a drawer. */
export function useContextOpen(): boolean {
  const isWide = useWidthClass() === 'wide';
  return useApp((state) => state.ui.contextOpen) ?? isWide;
}
