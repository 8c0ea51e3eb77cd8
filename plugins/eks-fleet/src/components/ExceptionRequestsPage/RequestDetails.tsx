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

import type { ReactNode } from 'react';
import { Alert, Text } from '@backstage/ui';
import type { ExceptionRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useSelf } from '../../hooks/useSelf';
import { useTranslation } from '../../hooks/useTranslation';
import { exceptionRequestStates } from '../../states';
import { ExceptionFiles } from '../ExceptionFiles';
import { StateBadge } from '../StateBadge';
import { RequestActions } from './RequestActions';
import { RequestClusters } from './RequestClusters';
import { RequestEvents } from './RequestEvents';
import { RequestFacts } from './RequestFacts';
import { RequestSteps } from './RequestSteps';
import styles from './ExceptionRequestsPage.module.css';

/** One request: how far it is, what it waits for, why, what is written, and what to do with it. */
export function RequestDetails(props: {
  request: ExceptionRequest;
  /** After something was done with it. */
  onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const { events = [], files = [], message, problem, state } = request;
  const t = useTranslation();
  const self = useSelf();
  const look = exceptionRequestStates[state];
  const isOwn = self && isSame(self.userRef, request.requestedBy);
  return (
    <div className={styles.details}>
      <div>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
        {message && <p className={styles.message}>{message}</p>}
        {isOwn && state === 'pendingApproval' && (
          <p className={styles.message}>
            {t('exceptionRequests.notDecidable')}
          </p>
        )}
      </div>
      {problem && <Alert status="warning" icon role="status" title={problem} />}
      <RequestActions request={request} onChanged={onChanged} />
      <Section title={t('exceptionRequests.progress')}>
        <RequestSteps request={request} />
      </Section>
      <RequestFacts request={request} />
      <Section title={t('exceptionRequests.onClusters')}>
        <RequestClusters request={request} />
      </Section>
      {files.length > 0 && (
        <Section title={t('exceptionRequests.files')}>
          <ExceptionFiles files={files} />
        </Section>
      )}
      {events.length > 0 && (
        <Section title={t('exceptionRequests.events')}>
          <RequestEvents events={events} />
        </Section>
      )}
    </div>
  );
}

/** References compare without regard to case. */
function isSame(one: string, other: string): boolean {
  return one.toLocaleLowerCase('en-US') === other.toLocaleLowerCase('en-US');
}

function Section(props: { title: string; children: ReactNode }) {
  return (
    <section aria-label={props.title}>
      <Text as="h4" variant="body-medium" weight="bold">
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}
