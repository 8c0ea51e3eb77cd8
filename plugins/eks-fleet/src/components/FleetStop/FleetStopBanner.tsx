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

import { Alert } from '@backstage/ui';
import type { FleetStop } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { formatAge } from '../../lib/time';

/** Says that nothing is written outward; not there while the fleet goes on. */
export function FleetStopBanner(props: { stop: FleetStop | undefined }) {
  const { stop } = props;
  const t = useTranslation();
  const now = useNow();
  if (!stop?.stopped) {
    return null;
  }
  return (
    <Alert
      status="danger"
      icon
      role="status"
      mb="3"
      title={t('fleetStop.stopped')}
      description={[
        t('fleetStop.by', {
          who: stop.by ? entityTitle(stop.by) : '?',
          age: formatAge(stop.at, now) ?? '?',
          reason: stop.reason ?? '?',
        }),
        t('fleetStop.whatRuns'),
      ].join(' ')}
    />
  );
}
