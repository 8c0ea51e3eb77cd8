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
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Skeleton,
  Text,
} from '@backstage/ui';
import type {
  IngestTokenList,
  IssuedIngestToken,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { eksFleetPoliciesApiRef } from '../../api';
import { useFleetQuery } from '../../hooks/useFleetQuery';
import { useTranslation } from '../../hooks/useTranslation';
import { EmptyState, QueryView } from '../QueryView';
import { IssuedToken } from './IssuedToken';
import { IssueTokenForm } from './IssueTokenForm';
import { TokenTable } from './TokenTable';
import styles from './IngestTokens.module.css';

/** The cluster that tokens are of. */
export interface TokenOwner {
  entityRef: string;
  arn: string;
  name: string;
}

/** Issues, shows and revokes the tokens by which tools within a cluster push. */
export function IngestTokensDialog(props: {
  cluster: TokenOwner;
  onClose: () => void;
}) {
  const { cluster, onClose } = props;
  const t = useTranslation();
  const api = useApi(eksFleetPoliciesApiRef);
  const { namespace, name } = parseEntityRef(cluster.entityRef);
  const [issued, setIssued] = useState<IssuedIngestToken>();
  const query = useFleetQuery(
    useCallback(
      () => api.listIngestTokens(namespace, name),
      [api, namespace, name],
    ),
  );
  const { retry } = query;
  const onIssued = useCallback(
    (token: IssuedIngestToken) => {
      setIssued(token);
      retry();
    },
    [retry],
  );
  return (
    <Dialog
      isOpen
      width="min(50rem, 94vw)"
      onOpenChange={open => !open && onClose()}
    >
      <DialogHeader>
        {t('ingestTokens.title', { cluster: cluster.name })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.dialog}>
          <Text as="p" color="secondary">
            {t('ingestTokens.detail')}
          </Text>
          {issued && <IssuedToken token={issued} arn={cluster.arn} />}
          <QueryView
            query={query}
            what={t('ingestTokens.what')}
            permission="eks-fleet.ingest.manage"
            skeleton={<Skeleton height={120} />}
          >
            {list => (
              <>
                {list.items.length > 0 ? (
                  <TokenTable
                    items={list.items}
                    onRevoke={id => api.revokeIngestToken(namespace, name, id)}
                    onRevoked={retry}
                  />
                ) : (
                  <EmptyState
                    title={t('ingestTokens.none')}
                    detail={t('ingestTokens.noneDetail')}
                  />
                )}
                {isFull(list) ? (
                  <Text as="p">{t('ingestTokens.full')}</Text>
                ) : (
                  <IssueTokenForm
                    list={list}
                    onIssue={request =>
                      api.issueIngestToken(namespace, name, request)
                    }
                    onIssued={onIssued}
                  />
                )}
                <Text as="p" color="secondary">
                  {t('ingestTokens.replace')}
                </Text>
              </>
            )}
          </QueryView>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function isFull({ items, mostValid }: IngestTokenList): boolean {
  const valid = items.filter(
    ({ state }) => state === 'valid' || state === 'expiresSoon',
  );
  return valid.length >= mostValid;
}
