import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  EksFleetRolloutCondition,
  EksFleetRolloutResource,
} from '../../permissions/rolloutResource';
import type { RolloutScope } from '../store/types';

/** Whether a rollout is among those of a scope; as the SQL of it says. */
export function inRolloutScope(
  rollout: EksFleetRolloutResource,
  scope: RolloutScope,
): boolean {
  if (scope === 'all' || scope === 'none') {
    return scope === 'all';
  }
  return meets(rollout, scope);
}

function meets(
  rollout: EksFleetRolloutResource,
  criteria: PermissionCriteria<EksFleetRolloutCondition>,
): boolean {
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => meets(rollout, part));
  }
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => meets(rollout, part));
  }
  if ('not' in criteria) {
    return !meets(rollout, criteria.not);
  }
  const present =
    criteria.kind === 'owner' ? rollout.owners : rollout.environments;
  const allowed = (value: string) => criteria.values.includes(value);
  return (
    present.some(allowed) &&
    (criteria.match === 'any' || present.every(allowed))
  );
}
