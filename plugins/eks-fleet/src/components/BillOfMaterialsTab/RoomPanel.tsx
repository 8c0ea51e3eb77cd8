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

import type {
  ClusterCapacity,
  Subnet,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import {
  formatCpu,
  formatMemory,
  formatShare,
  requestedShare,
} from '../../lib/billOfMaterials';
import { Panel } from '../Panel';
import styles from './BillOfMaterialsTab.module.css';

/** What is asked for of what there is, and the free addresses. */
export function RoomPanel(props: {
  capacity?: ClusterCapacity;
  subnets?: Subnet[];
}) {
  const { capacity, subnets = [] } = props;
  const t = useTranslation();
  return (
    <Panel title={t('bom.capacity')}>
      <dl className={styles.facts}>
        {capacity && (
          <>
            <dt>{t('bom.nodes')}</dt>
            <dd>
              {capacity.nodes}
              {capacity.workloadPods === 0 && ` · ${t('bom.runsNothing')}`}
            </dd>
            <dt>{t('bom.cpu')}</dt>
            <dd>
              <Room
                name={t('bom.cpu')}
                capacity={capacity}
                what="cpuMillis"
                format={formatCpu}
              />
            </dd>
            <dt>{t('bom.memory')}</dt>
            <dd>
              <Room
                name={t('bom.memory')}
                capacity={capacity}
                what="memoryBytes"
                format={formatMemory}
              />
            </dd>
          </>
        )}
        {subnets.length > 0 && (
          <>
            <dt>{t('bom.subnets')}</dt>
            <dd>
              <ul className={styles.subnets}>
                {subnets.map(({ id, availabilityZone, freeAddresses }) => (
                  <li key={id} title={id}>
                    {[
                      availabilityZone ?? id,
                      t('bom.subnetFree', { count: freeAddresses }),
                    ].join(': ')}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

function Room(props: {
  name: string;
  capacity: ClusterCapacity;
  what: 'cpuMillis' | 'memoryBytes';
  format: (amount: number) => string;
}) {
  const { name, capacity, what, format } = props;
  const { allocatable, requested } = capacity;
  const t = useTranslation();
  const share = requestedShare(capacity, what);
  if (!requested || share === undefined) {
    return (
      <>
        {t('bom.requestedUnknown', { allocatable: format(allocatable[what]) })}
      </>
    );
  }
  const words = t('bom.requestedOf', {
    requested: format(requested[what]),
    allocatable: format(allocatable[what]),
  });
  return (
    <>
      <meter className={styles.meter} value={share} aria-label={name}>
        {formatShare(share)}
      </meter>
      {`${formatShare(share)} · ${words}`}
    </>
  );
}
