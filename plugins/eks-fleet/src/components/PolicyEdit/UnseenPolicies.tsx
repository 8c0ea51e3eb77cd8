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
import { Link } from '@backstage/ui';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './PolicyEdit.module.css';

/** Policies of the chart that are on no cluster, and so in no row of the matrix. */
export function UnseenPolicies() {
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const links = useFleetLinks();
  const { value = [] } = useFleetQuery(
    useCallback(async () => {
      const { policies } = await api.getPolicyLayers();
      if (policies.length === 0) {
        return [];
      }
      const { items } = await api.listPolicies({ filter: { name: policies } });
      const seen = new Set(items.map(({ name }) => name));
      return policies.filter(name => !seen.has(name));
    }, [api]),
  );
  // It is a help beside the matrix; where it cannot be read there is none.
  return value.length > 0 ? (
    <p className={styles.unseen}>
      {t('policyEdit.unseenPolicies')}{' '}
      {value.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <Link href={links.policy({ name })}>{name}</Link>
        </span>
      ))}
    </p>
  ) : null;
}
