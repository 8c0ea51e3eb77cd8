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

import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { eksFleetApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { entityRouteParams } from '../../lib/entityRefs';
import { subjectText } from '../../lib/subjectText';
import { waiverText } from '../../lib/waiverText';
import { EvidenceDetails, EvidenceFacts } from '../FindingEvidence';
import { QueryView } from '../QueryView';
import styles from './CauseHits.module.css';

interface Hit {
  name: string;
  entityRef: string;
  causeKey: string;
  target: string;
}

/** What the findings of a cause rest on, read once somebody wants to see it. */
export function HitEvidence(props: Hit) {
  const t = useTranslation();
  const [wanted, setWanted] = useState(false);
  return (
    <EvidenceDetails
      label={t('cause.evidenceOf', { name: props.name })}
      onOpen={() => setWanted(true)}
    >
      {wanted && <Evidence {...props} />}
    </EvidenceDetails>
  );
}

function Evidence(props: Hit) {
  const { causeKey, entityRef, target } = props;
  const t = useTranslation();
  const api = useApi(eksFleetApiRef);
  const query = useFleetQuery(
    useCallback(async () => {
      const { namespace = '', name = '' } = entityRouteParams(entityRef) ?? {};
      const { findings } = await api.getReadiness(namespace, name, target);
      return findings.filter(finding => finding.causeKey === causeKey);
    }, [api, causeKey, entityRef, target]),
  );
  return (
    <QueryView
      query={query}
      what={t('cause.whatEvidence')}
      permission="eks-fleet.cluster.read"
      skeleton={<Skeleton height={64} />}
    >
      {findings =>
        findings.length === 0 ? (
          <Text as="p" color="secondary">
            {t('cause.evidenceGone')}
          </Text>
        ) : (
          findings.map(({ evidence, key, subject, waiver }) => (
            <div key={key}>
              {findings.length > 1 && (
                <div className={styles.subject}>{subjectText(subject)}</div>
              )}
              <EvidenceFacts evidence={evidence} />
              {waiver && (
                <div className={styles.quiet}>{waiverText(t, waiver)}</div>
              )}
            </div>
          ))
        )
      }
    </QueryView>
  );
}
