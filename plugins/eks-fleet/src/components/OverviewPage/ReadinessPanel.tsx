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
import { ButtonLink } from '@backstage/ui';
import { eksFleetApiRef } from '../../api';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { Panel } from '../Panel';
import { VerdictBar } from '../VerdictBar';
import styles from './ReadinessPanel.module.css';

/** Which clusters can move to their next minor; not there where that cannot be read. */
export function ReadinessPanel() {
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const links = useFleetLinks();
  const { value, error } = useFleetQuery(
    useCallback(() => api.listReadiness({ limit: 1 }), [api]),
    { pollSeconds: 60 },
  );
  // An answer of before would pass for one of now.
  if (!value || error) {
    return null;
  }
  return (
    <div className={styles.readiness}>
      <Panel
        title={t('overview.readiness')}
        hint={t('overview.readinessTarget')}
        actions={
          <ButtonLink size="small" variant="tertiary" href={links.readiness()}>
            {t('overview.readinessOpen')}
          </ButtonLink>
        }
      >
        <VerdictBar
          counts={value.verdicts}
          hrefOf={state =>
            state === 'done'
              ? undefined
              : links.readiness({ tab: 'clusters', verdicts: [state] })
          }
        />
      </Panel>
    </div>
  );
}
