import { operatorText, searchOperators, type SearchOperator } from '../../../shared/search/insert-operator.ts';

/** As they are typed: the same in every language. */
export const operatorSigns = Object.fromEntries(
  searchOperators.map((operator) => [operator, operatorText(operator, '')]),
) as Readonly<Record<SearchOperator, string>>;
