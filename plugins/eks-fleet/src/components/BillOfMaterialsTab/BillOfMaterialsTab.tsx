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

import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton } from '@backstage/ui';
import type { BillOfMaterials } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetApiRef } from '../../api';
import { useEntityName } from '../../hooks/useEntityName';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { splitSettings } from '../../lib/billOfMaterials';
import { DriftPanel } from '../DriftPanel';
import { EmptyState, QueryView } from '../QueryView';
import { ObservationProblems } from './ObservationProblems';
import { PartsTable } from './PartsTable';
import { RoomPanel } from './RoomPanel';
import { SettingsPanel } from './SettingsPanel';
import styles from './BillOfMaterialsTab.module.css';

/** What the cluster is made of. */
export function BillOfMaterialsTab(props: {
  /** Read again when it grows. */
  revision: number;
}) {
  const { revision } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const { namespace, name } = useEntityName();
  const query = useFleetQuery(
    useCallback(
      () => api.getBillOfMaterials(namespace, name),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, namespace, name, revision],
    ),
    { pollSeconds: 60 },
  );
  return (
    <QueryView
      query={query}
      what={t('bom.what')}
      permission="eks-fleet.cluster.read"
      skeleton={<Skeleton height={360} />}
    >
      {bill => <Bill bill={bill} revision={revision} />}
    </QueryView>
  );
}

function Bill(props: { bill: BillOfMaterials; revision: number }) {
  const { bill, revision } = props;
  const t = useTranslation();
  const { settings, installed } = splitSettings(bill.parts);
  return (
    <div className={styles.bill}>
      <ObservationProblems observations={bill.observations} />
      <DriftPanel revision={revision} />
      {bill.parts.length === 0 ? (
        <EmptyState title={t('bom.empty')} detail={t('bom.emptyDetail')} />
      ) : (
        <PartsTable parts={installed} />
      )}
      <div className={styles.panels}>
        {(bill.capacity || bill.subnets) && (
          <RoomPanel capacity={bill.capacity} subnets={bill.subnets} />
        )}
        {settings.length > 0 && <SettingsPanel settings={settings} />}
      </div>
    </div>
  );
}
