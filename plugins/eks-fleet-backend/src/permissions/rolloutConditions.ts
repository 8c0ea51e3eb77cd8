import { createConditionExports } from '@backstage/plugin-permission-node';
import { eksFleetRolloutResourceRef } from './rolloutResource';
import { rolloutRules } from './rolloutRules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: eksFleetRolloutResourceRef,
  rules: rolloutRules,
});

/**
 * Conditions on rollouts, for permission policies.
 *
 * @public
 */
export const eksFleetRolloutConditions = conditions;

/**
 * A policy's decision that depends on the rollout.
 *
 * @public
 */
export const createEksFleetRolloutConditionalDecision =
  createConditionalDecision;
