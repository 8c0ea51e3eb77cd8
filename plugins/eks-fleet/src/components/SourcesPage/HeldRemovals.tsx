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
import { Alert, Button } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  eksFleetTargetAcceptRemovalsPermission,
  type HeldRemoval,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { useNow } from '../../hooks/useNow';
import { useTranslation } from '../../hooks/useTranslation';
import { formatAge, formatExact } from '../../lib/time';
import { AcceptRemovalsDialog } from './AcceptRemovalsDialog';
import styles from './HeldRemovals.module.css';

/** Clusters of a provider that are gone and wait for a person to say so. */
export function HeldRemovals(props: {
  provider: string;
  removals: HeldRemoval[];
  onAccepted: () => void;
}) {
  const { provider, removals, onAccepted } = props;
  const t = useTranslation();
  const now = useNow();
  const [asking, setAsking] = useState(false);
  const { allowed } = usePermission({
    permission: eksFleetTargetAcceptRemovalsPermission,
  });
  return (
    <Alert
      status="warning"
      icon
      mb="3"
      title={`${t('sources.held')}: ${provider} (${removals.length})`}
      description={
        <>
          {t('sources.heldDetail')} {!allowed && t('sources.acceptForbidden')}
          <ul className={styles.list}>
            {removals.map(({ arn, name, missingSince }) => (
              <li key={arn} title={arn}>
                <strong>{name}</strong>{' '}
                <span title={formatExact(missingSince)}>
                  {t('sources.heldMissing', {
                    age: formatAge(missingSince, now) ?? '?',
                  })}
                </span>
              </li>
            ))}
          </ul>
          <AcceptRemovalsDialog
            provider={provider}
            removals={removals}
            isOpen={asking}
            onClose={() => setAsking(false)}
            onAccepted={onAccepted}
          />
        </>
      }
      customActions={
        allowed ? (
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAsking(true)}
          >
            {t('sources.accept', { count: removals.length })}
          </Button>
        ) : undefined
      }
    />
  );
}
