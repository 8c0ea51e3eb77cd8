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

import { Button } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { SourceCount } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { countNotFresh } from '../../lib/sourceKinds';
import { sourceKindText } from '../../lib/sourceText';
import type { SourceView } from '../../lib/sourceView';
import { sourceStates } from '../../states';
import { Choice } from '../Choice';
import { SearchBox } from '../SearchBox';
import styles from './TargetFilters.module.css';

/** Which sources are listed: those that are not fresh, or all, and of what. */
export function SourceFilters(props: {
  counts: SourceCount[];
  view: SourceView;
  onChange: (change: Partial<SourceView>) => void;
}) {
  const { counts, view, onChange } = props;
  const t = useTranslation();
  const { notFresh, total } = countNotFresh(counts, view.kind);
  const { kind, state } = view;
  const one = state !== undefined && state !== 'all';
  const chips: { text: string; without: Partial<SourceView> }[] = [
    ...(kind
      ? [{ text: sourceKindText(kind, t), without: { kind: undefined } }]
      : []),
    ...(one
      ? [{ text: t(sourceStates[state].word), without: { state: undefined } }]
      : []),
    ...(view.account
      ? [
          {
            text: t('clusterSources.onlyAccount', { account: view.account }),
            without: { account: undefined },
          },
        ]
      : []),
    ...(view.region
      ? [
          {
            text: t('clusterSources.onlyRegion', { region: view.region }),
            without: { region: undefined },
          },
        ]
      : []),
  ];
  return (
    <div className={styles.filters}>
      <div
        role="group"
        aria-label={t('clusterSources.show')}
        className={styles.states}
      >
        <Choice
          chosen={state === undefined}
          onChoose={() => onChange({ state: undefined })}
        >
          {t('clusterSources.notFresh')} {notFresh}
        </Choice>
        <Choice
          chosen={state === 'all'}
          onChoose={() => onChange({ state: 'all' })}
        >
          {t('clusterSources.all')} {total}
        </Choice>
        {chips.map(({ text, without }) => (
          <Button
            key={text}
            size="small"
            variant="secondary"
            iconEnd={<RiCloseLine aria-hidden />}
            aria-label={t('clusterSources.dropFilter', { filter: text })}
            onPress={() => onChange(without)}
          >
            {text}
          </Button>
        ))}
      </div>
      <div className={styles.search}>
        <SearchBox
          label={t('clusterSources.search')}
          text={view.text}
          onChange={text => onChange({ text })}
        />
      </div>
    </div>
  );
}
