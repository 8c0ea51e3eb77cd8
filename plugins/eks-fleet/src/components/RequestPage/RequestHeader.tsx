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

import { Alert, Link, Text } from '@backstage/ui';
import type { FleetRequest } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useEntityPath } from '../../hooks/useEntityPath';
import { useFleetLinks } from '../../hooks/useFleetLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { entityTitle } from '../../lib/entityRefs';
import { requestStates } from '../../states';
import { Age } from '../Age';
import { CopyLinkButton } from '../CopyLinkButton';
import { EntityName } from '../EntityName';
import { LinkedText } from '../LinkedText';
import { StateBadge } from '../StateBadge';
import { RequestActions } from './RequestActions';
import styles from './RequestHeader.module.css';

/** The request in a sentence, and what can be done with it. */
export function RequestHeader(props: {
  request: FleetRequest;
  onChanged: () => void;
}) {
  const { request, onChanged } = props;
  const { owner, problem, reason, requestedBy, state, ticket } = request;
  const t = useTranslation();
  const links = useFleetLinks();
  const entityPath = useEntityPath();
  const look = requestStates[state];
  return (
    <header className={styles.header}>
      <div>
        <Link href={links.requests()} variant="body-small">
          {t('request.all')}
        </Link>
      </div>
      <div className={styles.line}>
        <Text
          as="h2"
          variant="title-x-small"
          weight="bold"
          className={styles.title}
        >
          {request.title}
        </Text>
        <StateBadge look={look}>{t(look.word)}</StateBadge>
        <div className={styles.actions}>
          <CopyLinkButton />
          <RequestActions request={request} onChanged={onChanged} />
        </div>
      </div>
      <p className={styles.about}>
        {t('request.asked', {
          owner: (
            <EntityName
              name={entityTitle(owner)}
              href={entityPath(owner, 'group')}
            />
          ),
          who: (
            <EntityName
              name={entityTitle(requestedBy)}
              href={entityPath(requestedBy, 'user')}
            />
          ),
          age: <Age time={request.requestedAt} past />,
        })}
        {ticket && (
          <>
            {' · '}
            {t('request.ticket', { ticket: <LinkedText text={ticket} /> })}
          </>
        )}
      </p>
      <p className={styles.reason}>
        <q>
          <LinkedText text={reason} />
        </q>
      </p>
      {problem && (
        <Alert
          status="warning"
          icon
          role="status"
          title={t('request.problem')}
          description={problem}
        />
      )}
    </header>
  );
}
