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

import { useMemo, useState } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useClusterPages } from '../../hooks/useClusterPages';
import { useTranslation } from '../../hooks/useTranslation';
import { FacetedLayout } from '../FacetedLayout';
import { LoadMoreError } from '../LoadMoreError';
import { EmptyState, PagesView } from '../QueryView';
import { SelectedCluster } from './SelectedCluster';
import type { StepProps } from './WizardSteps';
import styles from './RolloutWizard.module.css';

/** Which clusters, by the filters of the Clusters page; single ones can stay out. */
export function SelectionStep(props: StepProps) {
  const { draft, change } = props.state;
  const { clusters, exclude, filter, moreFilters } = draft;
  const t = useTranslation();
  // Text helps to find; a selection is by filters.
  const [text, setText] = useState('');
  const list = useClusterPages(
    useMemo(
      () => ({ filter, fullTextFilterTerm: text.trim() || undefined }),
      [filter, text],
    ),
  );
  return (
    <FacetedLayout
      view={{ filter, text }}
      onChange={next => {
        if (next.filter) {
          change({ filter: next.filter });
        }
        if (next.text !== undefined) {
          setText(next.text);
        }
      }}
    >
      {clear => (
        <div className={styles.wide}>
          <PagesView
            list={list}
            what={t('clusters.what')}
            permission="eks-fleet.cluster.read"
            skeleton={<Skeleton height={320} />}
          >
            {pages => (
              <>
                <div className={styles.line}>
                  <Text
                    as="h3"
                    variant="body-large"
                    weight="bold"
                    role="status"
                  >
                    {t('wizard.fit', { count: pages.totalItems })}
                  </Text>
                  {exclude.length > 0 && (
                    <Button
                      size="small"
                      variant="secondary"
                      iconEnd={<RiCloseLine aria-hidden />}
                      onPress={() => change({ exclude: [] })}
                    >
                      {t('wizard.excluded', { count: exclude.length })}
                    </Button>
                  )}
                  {clusters.length > 0 && (
                    <Button
                      size="small"
                      variant="secondary"
                      iconEnd={<RiCloseLine aria-hidden />}
                      onPress={() => change({ clusters: [] })}
                    >
                      {t('wizard.named', { count: clusters.length })}
                    </Button>
                  )}
                  {moreFilters.map(more => (
                    <Button
                      key={more}
                      size="small"
                      variant="secondary"
                      iconEnd={<RiCloseLine aria-hidden />}
                      onPress={() =>
                        change({
                          moreFilters: moreFilters.filter(one => one !== more),
                        })
                      }
                    >
                      {t('wizard.orFilter', { filter: more })}
                    </Button>
                  ))}
                </div>
                <Text as="p" color="secondary">
                  {t('wizard.selectionHint')}
                </Text>
                {pages.items.length === 0 ? (
                  <EmptyState
                    title={t('clusters.empty')}
                    action={
                      clear && (
                        <Button variant="secondary" onPress={clear}>
                          {t('clusters.clear')}
                        </Button>
                      )
                    }
                  />
                ) : (
                  <ul
                    className={styles.clusters}
                    aria-label={t('wizard.clusters')}
                  >
                    {pages.items.map(cluster => (
                      <SelectedCluster
                        key={cluster.entityRef}
                        cluster={cluster}
                        exclude={exclude}
                        onChange={next => change({ exclude: next })}
                      />
                    ))}
                  </ul>
                )}
                {list.error && pages.cursor && (
                  <LoadMoreError error={list.error} onRetry={list.retry} />
                )}
                {pages.cursor && !list.error && (
                  <div>
                    <Button
                      size="small"
                      variant="secondary"
                      isPending={list.loading}
                      onPress={() => list.want(pages.items.length)}
                    >
                      {t('rollouts.more')}
                    </Button>
                  </div>
                )}
              </>
            )}
          </PagesView>
        </div>
      )}
    </FacetedLayout>
  );
}
