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

import { useState } from 'react';
import { Alert, Button, Skeleton, Text } from '@backstage/ui';
import type { Placement } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { ClusterChoice } from './ClusterChoice';
import styles from './RequestFields.module.css';

const SHOWN = 3;

/** The cluster that something is to be on: those that fit, ranked, each with its reasons. */
export function ClusterField(props: {
  placement: FleetQuery<Placement[] | undefined>;
  /** Key of the cluster; empty for none. */
  value: string;
  onChange: (clusterKey: string) => void;
  problem?: string;
}) {
  const { onChange, placement, problem, value } = props;
  const t = useTranslation();
  const [all, setAll] = useState(false);
  const { error, loading, value: items } = placement;
  return (
    <section
      className={styles.group}
      aria-label={t('field.cluster')}
      aria-busy={loading}
    >
      <h4 className={styles.title}>{t('field.cluster')}</h4>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {error && (
        <Alert
          status="warning"
          icon
          role="status"
          title={t('field.clusterFailed', { message: errorMessage(error) })}
          customActions={
            <Button size="small" variant="secondary" onPress={placement.retry}>
              {t('state.retry')}
            </Button>
          }
        />
      )}
      {!items && !error && loading && <Skeleton height={120} />}
      {!items && !error && !loading && (
        <p className={styles.hint}>{t('field.clusterWait')}</p>
      )}
      {items && items.length === 0 && (
        <Text as="p" color="secondary">
          {t('field.clusterEmpty')}
        </Text>
      )}
      {items && items.length > 0 && (
        <Choices
          items={items}
          value={value}
          all={all}
          onAll={() => setAll(true)}
          onChange={onChange}
        />
      )}
    </section>
  );
}

function Choices(props: {
  items: Placement[];
  value: string;
  all: boolean;
  onAll: () => void;
  onChange: (clusterKey: string) => void;
}) {
  const { all, items, onAll, onChange, value } = props;
  const t = useTranslation();
  const fitting = items.filter(({ rank }) => rank !== undefined);
  const denied = items.filter(({ rank }) => rank === undefined);
  const shown = fitting.filter(
    ({ clusterKey }, index) => all || index < SHOWN || clusterKey === value,
  );
  const hidden = fitting.length - shown.length;
  const isGone = value && !items.some(({ clusterKey }) => clusterKey === value);
  return (
    <>
      {isGone && (
        <p className={styles.problem} role="alert">
          {t('field.clusterGone')}
        </p>
      )}
      {fitting.length === 0 ? (
        <Alert
          status="warning"
          icon
          role="status"
          title={t('field.clusterNone')}
          description={t('field.clusterNoneDetail')}
        />
      ) : (
        <p className={styles.hint}>{t('field.clusterHint')}</p>
      )}
      <div
        role="radiogroup"
        aria-label={t('field.cluster')}
        className={styles.clusters}
      >
        {shown.map(placement => (
          <ClusterChoice
            key={placement.clusterKey}
            placement={placement}
            chosen={placement.clusterKey === value}
            onChoose={() => onChange(placement.clusterKey)}
          />
        ))}
      </div>
      {hidden > 0 && (
        <span>
          <Button size="small" variant="tertiary" onPress={onAll}>
            {t('field.clusterMore', { count: hidden })}
          </Button>
        </span>
      )}
      {denied.length > 0 && (
        <details className={styles.more} open={fitting.length === 0}>
          <summary>
            {t('field.clusterDenied', { count: denied.length })}
          </summary>
          <div className={styles.clusters}>
            {denied.map(placement => (
              <ClusterChoice key={placement.clusterKey} placement={placement} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}
