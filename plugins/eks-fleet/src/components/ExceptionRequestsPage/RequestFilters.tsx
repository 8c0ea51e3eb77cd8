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

import type { ExceptionRequestState } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import type { ExceptionRequestView } from '../../lib/exceptionRequestView';
import { exceptionRequestStates } from '../../states';
import { Choice } from '../Choice';
import { FilterBar, FilterGap } from '../FilterBar';

const STATES = Object.keys(exceptionRequestStates) as ExceptionRequestState[];

/** Which requests are listed. */
export function RequestFilters(props: {
  view: ExceptionRequestView;
  onChange: (change: Partial<ExceptionRequestView>) => void;
}) {
  const { view, onChange } = props;
  const { cluster, mine, states, waitsForMe } = view;
  const t = useTranslation();
  const toggle = (state: ExceptionRequestState) =>
    onChange({
      states: states.includes(state)
        ? states.filter(other => other !== state)
        : [...states, state],
    });
  return (
    <FilterBar>
      <Choice
        chosen={waitsForMe}
        onChoose={() => onChange({ waitsForMe: !waitsForMe })}
      >
        {t('exceptionRequests.waitsForMe')}
      </Choice>
      <Choice chosen={mine} onChoose={() => onChange({ mine: !mine })}>
        {t('exceptionRequests.mine')}
      </Choice>
      <FilterGap />
      {STATES.map(state => (
        <Choice
          key={state}
          chosen={states.includes(state)}
          onChoose={() => toggle(state)}
        >
          {t(exceptionRequestStates[state].word)}
        </Choice>
      ))}
      {cluster && (
        <Choice chosen onChoose={() => onChange({ cluster: undefined })}>
          {t('exceptionRequests.byCluster', {
            cluster: cluster.split('/').pop() ?? cluster,
          })}
        </Choice>
      )}
    </FilterBar>
  );
}
