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

import { useState } from 'react';
import { Button, Link } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  eksFleetExceptionRequestPermission,
  type ExceptionRequest,
  type PolicyFinding,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { usePortalLinks } from '../../hooks/usePortalLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { AskExceptionDialog } from './AskExceptionDialog';
import styles from './AskException.module.css';

/** Where one asks for an exception from a finding that is open and covered by none. */
export function AskException(props: { finding: PolicyFinding }) {
  const { finding } = props;
  const { cluster, policy } = finding;
  const t = useTranslation();
  const links = usePortalLinks();
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState<ExceptionRequest>();
  const { allowed } = usePermission({
    permission: eksFleetExceptionRequestPermission,
    resourceRef: cluster.entityRef,
  });
  if (asked) {
    return (
      <p className={styles.asked}>
        {t('askException.asked')}{' '}
        <Link href={links.exceptionRequests({ request: asked.id })}>
          {t('askException.open')}
        </Link>
      </p>
    );
  }
  if (!allowed || finding.resolvedAt || finding.result === 'exempt') {
    return null;
  }
  return (
    <div>
      <Button size="small" variant="secondary" onPress={() => setAsking(true)}>
        {t('askException.ask')}
      </Button>
      {asking && (
        <AskExceptionDialog
          subject={{ policy, cluster, finding }}
          onClose={() => setAsking(false)}
          onAsked={request => {
            setAsking(false);
            setAsked(request);
          }}
        />
      )}
    </div>
  );
}
