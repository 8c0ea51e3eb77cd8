/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { Alert, ButtonLink } from '@backstage/ui';
import type { Rollout } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { hasEnded } from '../../lib/rolloutOutcome';

/** What about a rollout is not as one would think. */
export function RolloutNotices(props: { rollout: Rollout }) {
  const { rollout } = props;
  const { movedOutside = 0, plan, stragglersOf, unassigned } = rollout;
  const t = useTranslation();
  const links = useFleetLinks();
  return (
    <>
      {movedOutside > 0 && (
        <Alert
          status="warning"
          icon
          mb="3"
          title={t('rollout.movedOutside', { count: movedOutside })}
        />
      )}
      {plan?.stale && !hasEnded(rollout) && (
        <Alert
          status="warning"
          icon
          mb="3"
          title={t('rollout.stale', { why: plan.stale })}
        />
      )}
      {unassigned > 0 && !hasEnded(rollout) && (
        <Alert
          status="info"
          icon
          mb="3"
          title={t('rollout.unassigned', { count: unassigned })}
        />
      )}
      {rollout.strategyChanged && (
        <Alert
          status="info"
          icon
          mb="3"
          title={t('rollout.strategyChanged', {
            name: rollout.strategy.title ?? rollout.strategy.name,
          })}
        />
      )}
      {stragglersOf && (
        <Alert
          status="info"
          icon
          mb="3"
          title={t('rollout.stragglersOf')}
          customActions={
            <ButtonLink
              size="small"
              variant="secondary"
              href={links.rollout(stragglersOf)}
            >
              {t('rollout.stragglersOpen')}
            </ButtonLink>
          }
        />
      )}
    </>
  );
}
