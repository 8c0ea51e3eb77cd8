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

import { Text } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type {
  Readiness,
  UpgradeStep,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { Panel } from '../Panel';
import styles from './ClusterReadinessTab.module.css';

const STEP_WORDS = {
  controlPlane: 'clusterReadiness.stepControlPlane',
  addon: 'clusterReadiness.stepAddon',
  nodes: 'clusterReadiness.stepNodes',
} as const;

/** The way to the target, step by step. */
export function UpgradePathPanel(props: {
  readiness: Readiness;
  from?: string;
}) {
  const { readiness, from } = props;
  const { hops, steps } = readiness;
  const t = useTranslation();
  if (hops.length === 0 && steps.length === 0) {
    return null;
  }
  return (
    <Panel
      title={t('clusterReadiness.path')}
      hint={t('clusterReadiness.pathDetail')}
    >
      {hops.length > 0 && (
        <p className={styles.hops}>
          {t('clusterReadiness.hops')}:{' '}
          <strong>{[from ?? '?', ...hops].join(' → ')}</strong>
        </p>
      )}
      {steps.length === 0 ? (
        <Text as="p" color="secondary">
          {t('clusterReadiness.noSteps')}
        </Text>
      ) : (
        <ol className={styles.path}>
          {steps.map((step, index) => (
            <li
              key={`${step.kind} ${step.subject} ${step.to}`}
              className={styles.step}
            >
              {index > 0 && (
                <RiArrowRightLine
                  size={16}
                  aria-hidden
                  className={styles.arrow}
                />
              )}
              <Step step={step} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function Step(props: { step: UpgradeStep }) {
  const { step } = props;
  const t = useTranslation();
  const what = t(STEP_WORDS[step.kind]);
  return (
    <span className={styles.stepBox}>
      <span>
        {step.kind === 'controlPlane' ? what : `${what} ${step.subject}`}
      </span>
      <strong>
        {step.from
          ? t('readiness.path', { from: step.from, to: step.to })
          : step.to}
      </strong>
      {step.reason && <span className={styles.quiet}>{step.reason}</span>}
    </span>
  );
}
