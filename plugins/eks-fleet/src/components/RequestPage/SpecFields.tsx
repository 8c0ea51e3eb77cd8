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

import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { specFields } from '../../lib/specChanges';
import { FactList } from '../FactList';
import styles from './RequestPage.module.css';

/** Each field as it is, for who wants to see all of it. */
export function SpecFields(props: { spec: FleetRequest['spec'] }) {
  const t = useTranslation();
  return (
    <details className={styles.more}>
      <summary>{t('request.allFields')}</summary>
      <FactList
        facts={specFields(props.spec).map(({ after, field }) => [field, after])}
      />
    </details>
  );
}
