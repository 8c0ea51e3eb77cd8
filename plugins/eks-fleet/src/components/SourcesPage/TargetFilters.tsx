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

import { SearchField } from '@backstage/ui';
import type { Target } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  countFailing,
  countStates,
  type TargetView,
} from '../../lib/targetView';
import { targetStates } from '../../states';
import { Choice } from '../Choice';
import { StateBadge } from '../StateBadge';
import styles from './TargetFilters.module.css';

/** The states with their counts, to choose one; and a text. */
export function TargetFilters(props: {
  targets: Target[];
  view: TargetView;
  onChange: (view: TargetView) => void;
}) {
  const { targets, view, onChange } = props;
  const t = useTranslation();
  const failing = countFailing(targets);
  const choose = (state: TargetView['state']) =>
    onChange({ ...view, state: view.state === state ? undefined : state });
  return (
    <div className={styles.filters}>
      <div
        role="group"
        aria-label={t('sources.state')}
        className={styles.states}
      >
        <Choice
          chosen={!view.state}
          onChoose={() => onChange({ ...view, state: undefined })}
        >
          {t('sources.all')} {targets.length}
        </Choice>
        {failing > 0 && (
          <Choice
            chosen={view.state === 'failing'}
            onChoose={() => choose('failing')}
          >
            {t('sources.failing')} {failing}
          </Choice>
        )}
        {countStates(targets).map(({ state, count }) => (
          <Choice
            key={state}
            chosen={view.state === state}
            onChoose={() => choose(state)}
          >
            <StateBadge look={targetStates[state]}>
              {t(targetStates[state].word)} {count}
            </StateBadge>
          </Choice>
        ))}
      </div>
      <SearchField
        size="small"
        className={styles.search}
        aria-label={t('sources.search')}
        placeholder={t('sources.search')}
        value={view.text}
        onChange={text => onChange({ ...view, text })}
      />
    </div>
  );
}
