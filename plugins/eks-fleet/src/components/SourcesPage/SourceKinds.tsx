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

import { Link, Text } from '@backstage/ui';
import type { SourceCount } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { countByKind, type SourceKindCounts } from '../../lib/sourceKinds';
import {
  sourceKindDetailText,
  sourceKindNoneText,
  sourceKindText,
} from '../../lib/sourceText';
import type { SourceView } from '../../lib/sourceView';
import { sourceStates } from '../../states';
import { Panel } from '../Panel';
import { StateBadge } from '../StateBadge';
import sectionStyles from './ClusterSources.module.css';
import styles from './SourceKinds.module.css';

/** How many sources of each kind have which state; each number leads to them. */
export function SourceKinds(props: {
  counts: SourceCount[];
  view: SourceView;
  hrefOf: (change: Partial<SourceView>) => string;
}) {
  const { counts, view, hrefOf } = props;
  const t = useTranslation();
  return (
    <ul className={sectionStyles.kinds} aria-label={t('clusterSources.kinds')}>
      {countByKind(counts).map(entry => (
        <li key={entry.kind} className={styles.kind}>
          <Kind entry={entry} view={view} hrefOf={hrefOf} />
        </li>
      ))}
    </ul>
  );
}

function Kind(props: {
  entry: SourceKindCounts;
  view: SourceView;
  hrefOf: (change: Partial<SourceView>) => string;
}) {
  const { entry, view, hrefOf } = props;
  const { kind, states, total } = entry;
  const t = useTranslation();
  const title = sourceKindText(kind, t);
  const isShown = (state: SourceView['state']) =>
    view.kind === kind && view.state === state;
  return (
    <Panel title={title}>
      <Text as="p" variant="body-small" color="secondary">
        {sourceKindDetailText(kind, t)}
      </Text>
      {total === 0 ? (
        <Text as="p" variant="body-small" color="secondary">
          {sourceKindNoneText(kind, t)}
        </Text>
      ) : (
        <ul className={styles.states}>
          {states.map(({ state, count }) => {
            const look = sourceStates[state];
            const word = t(look.word);
            return (
              <li key={state}>
                <Link
                  href={hrefOf(
                    isShown(state)
                      ? { kind: undefined, state: undefined }
                      : { kind, state },
                  )}
                  standalone
                  aria-current={isShown(state) ? 'true' : undefined}
                  aria-label={t('clusterSources.countOf', {
                    kind: title,
                    amount: `${count}`,
                    state: word,
                  })}
                  className={styles.state}
                >
                  <StateBadge look={look}>{`${word} ${count}`}</StateBadge>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
