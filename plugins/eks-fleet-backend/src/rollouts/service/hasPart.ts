import type { RolloutRecord } from '../records';

/** Who asked, last edited or started it cannot approve it. */
export function hasPart(
  {
    createdBy,
    startedBy,
    updatedBy,
  }: Pick<RolloutRecord, 'createdBy' | 'startedBy' | 'updatedBy'>,
  user: string,
): boolean {
  return [createdBy, startedBy, updatedBy].includes(user);
}
