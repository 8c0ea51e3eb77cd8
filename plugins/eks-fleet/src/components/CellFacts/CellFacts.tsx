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

import type { PolicyCell } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  observationAgeStates,
  policyCellStates,
  policyDrifts,
  policyModes,
} from '../../states';
import { Age } from '../Age';
import { FactList } from '../FactList';
import { PolicyCounts } from '../PolicyCounts';
import { StateBadge } from '../StateBadge';

/** How a policy stands somewhere: whether it is there, what it does, how old that is. */
export function CellFacts(props: { cell: PolicyCell }) {
  const { cell } = props;
  const { clusters, deployedOn, drift, mode, state } = cell;
  const t = useTranslation();
  const stateLook = policyCellStates[state];
  const modeLook = mode && policyModes[mode];
  return (
    <FactList
      facts={[
        [
          t('policyPanel.state'),
          clusters !== undefined && deployedOn !== undefined ? (
            t('policies.cellOn', {
              deployed: `${deployedOn}`,
              all: `${clusters}`,
            })
          ) : (
            <StateBadge look={stateLook}>{t(stateLook.word)}</StateBadge>
          ),
        ],
        [
          t('policyPanel.mode'),
          modeLook && (
            <StateBadge look={modeLook}>{t(modeLook.word)}</StateBadge>
          ),
        ],
        [
          t('policyPanel.counts'),
          (state === 'deployed' || state === 'reported') && (
            <PolicyCounts counts={cell} />
          ),
        ],
        [t('policyPanel.ready'), readyText()],
        [t('policyPanel.version'), cell.version],
        [t('policyPanel.drift'), drift && t(policyDrifts[drift].word)],
        [
          t('policyPanel.seen'),
          cell.observedAt !== undefined &&
            (cell.stale ? (
              <StateBadge look={observationAgeStates.stale}>
                {t(observationAgeStates.stale.word)},{' '}
                <Age time={cell.observedAt} past />
              </StateBadge>
            ) : (
              <Age time={cell.observedAt} past />
            )),
        ],
      ]}
    />
  );

  function readyText(): string | undefined {
    if (state !== 'deployed') {
      return undefined;
    }
    if (cell.ready === undefined) {
      return t('policyPanel.readyUnknown');
    }
    return cell.ready
      ? t('policyPanel.readyYes')
      : [t('policyPanel.readyNo'), cell.notReadyBecause]
          .filter(Boolean)
          .join(': ');
  }
}
