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
import type { IssuedIngestToken } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useBackendUrl } from '../../hooks/useBackendUrl';
import { useTranslation } from '../../hooks/useTranslation';
import { kubeBenchCommand, policyReporterValues } from '../../lib/pushSnippets';
import { Snippet } from '../Snippet';
import styles from './IngestTokens.module.css';

/** A token, this once, and how tools are given it. */
export function IssuedToken(props: { token: IssuedIngestToken; arn: string }) {
  const { arn } = props;
  const { token } = props.token;
  const t = useTranslation();
  const portalUrl = useBackendUrl();
  return (
    <div className={styles.issued}>
      <Alert
        status="warning"
        icon
        role="status"
        title={t('ingestTokens.once')}
      />
      <Snippet title={t('ingestTokens.token')} text={token} />
      <Snippet
        title={t('ingestTokens.reporterValues')}
        text={policyReporterValues({ token, portalUrl, arn })}
      />
      <Snippet
        title={t('ingestTokens.benchCommand')}
        text={kubeBenchCommand({ token, portalUrl })}
      />
    </div>
  );
}
