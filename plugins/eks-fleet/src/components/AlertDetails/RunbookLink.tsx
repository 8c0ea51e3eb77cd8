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

import { Link } from '@backstage/ui';
import type { Alert } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useTranslation } from '../../hooks/useTranslation';
import { safeUrl } from '../../lib/safeUrl';
import { tabStop } from '../../lib/tabStop';

/** Leads to what to do about an alert. */
export function RunbookLink(props: {
  alert: Alert;
  /** In a grid: whether the tab key stops here. */
  tabbable?: boolean;
}) {
  const { alert, tabbable = true } = props;
  const t = useTranslation();
  const url = alert.runbook && safeUrl(alert.runbook.url);
  return url ? (
    <Link
      href={url}
      target="_blank"
      title={
        alert.runbook?.origin === 'configured'
          ? t('alerts.runbookConfigured')
          : url
      }
      aria-label={t('alerts.runbookOf', { name: alert.name })}
      {...tabStop(tabbable)}
    >
      {t('alerts.runbook')}
    </Link>
  ) : (
    <span>–</span>
  );
}
