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

import type { ReadinessInput } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  observationErrorText,
  observationKindText,
} from '../../lib/observationText';
import { observationAgeStates } from '../../states';
import { Age } from '../Age';
import { DataTable } from '../DataTable';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';

/** The observations that a verdict rests on; what is missing says why. */
export function InputsPanel(props: { inputs: ReadinessInput[] }) {
  const t = useTranslation();
  return (
    <Panel title={t('clusterReadiness.inputs')}>
      <DataTable label={t('clusterReadiness.inputs')}>
        <thead>
          <tr>
            <th scope="col">{t('clusterReadiness.input')}</th>
            <th scope="col">{t('clusterReadiness.needed')}</th>
            <th scope="col">{t('clusterReadiness.state')}</th>
            <th scope="col">{t('clusterReadiness.seen')}</th>
            <th scope="col">{t('clusterReadiness.why')}</th>
          </tr>
        </thead>
        <tbody>
          {props.inputs.map(({ required, observation }) => {
            const look = observationAgeStates[observation.state];
            return (
              <tr key={observation.kind}>
                <th scope="row">{observationKindText(observation.kind, t)}</th>
                <td>
                  {required
                    ? t('clusterReadiness.required')
                    : t('clusterReadiness.optional')}
                </td>
                <td>
                  <StateBadge look={look}>{t(look.word)}</StateBadge>
                </td>
                <td data-nowrap>
                  <Age
                    time={observation.observedAt}
                    fallback={t('age.never')}
                  />
                </td>
                <td>
                  {observationErrorText(observation, t)}{' '}
                  {observation.error?.since && (
                    <>
                      {t('clusterReadiness.since')}{' '}
                      <Age time={observation.error.since} />
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </Panel>
  );
}
