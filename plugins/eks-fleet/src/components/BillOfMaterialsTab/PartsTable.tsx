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

import type { BillOfMaterialsPart } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { groupParts } from '../../lib/billOfMaterials';
import { DataTable } from '../DataTable';
import { PartRow } from './PartRow';
import styles from './PartsTable.module.css';

const COLUMNS = 7;

/** The parts of a cluster by group. */
export function PartsTable(props: { parts: BillOfMaterialsPart[] }) {
  const t = useTranslation();
  return (
    <DataTable label={t('bom.table')}>
      <thead>
        <tr>
          <th scope="col">{t('bom.part')}</th>
          <th scope="col">{t('bom.version')}</th>
          <th scope="col">{t('bom.newest')}</th>
          <th scope="col">{t('bom.health')}</th>
          <th scope="col">{t('bom.compatible')}</th>
          <th scope="col" data-align="end" data-wide>
            {t('bom.nodes')}
          </th>
          <th scope="col" data-wide>
            {t('bom.seen')}
          </th>
        </tr>
      </thead>
      {groupParts(props.parts).map(({ group, parts }) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={COLUMNS} className={styles.group}>
              {t(`bom.group.${group}`)}
            </th>
          </tr>
          {parts.map(part => (
            <PartRow key={`${part.kind} ${part.name}`} part={part} />
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}
