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

import { Skeleton } from '@backstage/ui';
import { useAlert } from '../../hooks/useAlert';
import { useTranslation } from '../../hooks/useTranslation';
import type { AlertName } from '../../lib/alertView';
import { isNotFound } from '../../lib/errors';
import { AlertDetails } from '../AlertDetails';
import { EmptyState, QueryView } from '../QueryView';
import { SidePanel } from '../SidePanel';

/** One alert at the side. */
export function AlertPanel(props: { name: AlertName; onClose: () => void }) {
  const { name, onClose } = props;
  const t = useTranslation();
  const query = useAlert(name);
  return (
    <SidePanel
      title={query.value?.name ?? t('alerts.whatOne')}
      onClose={onClose}
    >
      {query.error && isNotFound(query.error) ? (
        <EmptyState title={t('alerts.gone')} detail={t('alerts.goneDetail')} />
      ) : (
        <QueryView
          query={query}
          what={t('alerts.whatOne')}
          permission="eks-fleet.cluster.read"
          skeleton={<Skeleton height={320} />}
        >
          {alert => <AlertDetails alert={alert} />}
        </QueryView>
      )}
    </SidePanel>
  );
}
