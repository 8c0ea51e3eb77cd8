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

import { Alert, Link, Skeleton } from '@backstage/ui';
import type { Preflight } from '../../hooks/usePreflight';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { errorMessage } from '../../lib/errors';
import { CostView } from '../RequestCost';
import { QuotaUses } from '../QuotaPanel';
import { VerdictView } from './VerdictView';
import styles from './RequestVerdict.module.css';

/** Whether what is filled in may be, what it takes of the quota, and what it costs. */
export function PreflightView(props: { preflight: Preflight }) {
  const { isCurrent, query } = props.preflight;
  const { error, value } = query;
  const t = useTranslation();
  const links = useFleetLinks();
  if (error) {
    return (
      <Alert
        status="warning"
        icon
        role="status"
        title={t('askNamespace.checkFailed', { message: errorMessage(error) })}
      />
    );
  }
  if (!value) {
    return isCurrent ? null : <Skeleton height={72} />;
  }
  return (
    <div
      className={styles.preflight}
      role="status"
      aria-busy={!isCurrent}
      data-outdated={!isCurrent || undefined}
    >
      {value.activeRequest && (
        <p className={styles.about}>
          {t('askNamespace.already')}{' '}
          <Link href={links.request(value.activeRequest)}>
            {t('askNamespace.openOther')}
          </Link>
        </p>
      )}
      {value.verdict && (
        <VerdictView verdict={value.verdict} approval={value.approval} />
      )}
      {value.quota && <QuotaUses quota={value.quota} />}
      {value.cost && <CostView cost={value.cost} short />}
    </div>
  );
}
