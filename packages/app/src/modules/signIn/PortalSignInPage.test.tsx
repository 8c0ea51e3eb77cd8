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

import { Suspense } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { IdentityApi } from '@backstage/core-plugin-api';
import { PortalSignInPage } from './PortalSignInPage';

const users = [
  { name: 'pat', title: 'Pat Platform', role: 'Platform engineer' },
  { name: 'dana', title: 'Dana Developer', role: 'Developer' },
];
const session = {
  providerInfo: {},
  profile: { displayName: 'Pat Platform' },
  backstageIdentity: {
    token: `x.${btoa(JSON.stringify({ exp: 4102444800 }))}.y`,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/pat',
      ownershipEntityRefs: [],
    },
  },
};

const remembered = () => localStorage.getItem('eks-fleet.demo-user');

async function renderSignIn(config: object) {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  renderInTestApp(
    <Suspense fallback={null}>
      <PortalSignInPage onSignInSuccess={onSignInSuccess} />
    </Suspense>,
    {
      config: {
        app: { title: 'Test' },
        backend: { baseUrl: 'http://localhost:7007' },
        ...config,
      } as any,
    },
  );
  return onSignInSuccess;
}

describe('PortalSignInPage', () => {
  const fetched = jest.fn();
  const realFetch = global.fetch;

  beforeEach(() => {
    localStorage.clear();
    fetched.mockReset();
    fetched.mockResolvedValue({ ok: true, json: async () => session });
    global.fetch = fetched;
  });
  afterEach(() => {
    global.fetch = realFetch;
  });

  it('signs in as the role that is chosen, and remembers it', async () => {
    const onSignInSuccess = await renderSignIn({ demo: { users } });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Sign in as Pat Platform, Platform engineer',
      }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    const [url, { headers }] = fetched.mock.calls[0];
    expect(url).toBe('http://localhost:7007/api/auth/demo/refresh');
    expect(headers.get('x-demo-user')).toBe('pat');

    const identity = onSignInSuccess.mock.calls[0][0];
    expect((await identity.getBackstageIdentity()).userEntityRef).toBe(
      'user:default/pat',
    );
    expect(remembered()).toBe('pat');
    await identity.signOut();
    expect(remembered()).toBeNull();
  });

  it('signs in at once who was here before', async () => {
    localStorage.setItem('eks-fleet.demo-user', 'dana');
    const onSignInSuccess = await renderSignIn({ demo: { users } });
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    expect(fetched.mock.calls[0][1].headers.get('x-demo-user')).toBe('dana');
  });

  it('asks again when the one who was here is gone', async () => {
    localStorage.setItem('eks-fleet.demo-user', 'somebody-else');
    await renderSignIn({ demo: { users } });
    expect(await screen.findByText('Dana Developer')).toBeInTheDocument();
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says why it did not work, and lets one choose again', async () => {
    fetched.mockRejectedValue(new Error('connection refused'));
    localStorage.setItem('eks-fleet.demo-user', 'dana');
    await renderSignIn({ demo: { users } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Signing in as Dana Developer failed.*connection refused/,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose somebody else' }),
    );
    expect(await screen.findByText('Pat Platform')).toBeInTheDocument();
    expect(remembered()).toBeNull();
  });

  it('is the usual page without demo users', async () => {
    await renderSignIn({});
    expect(await screen.findByText('Guest')).toBeInTheDocument();
    expect(screen.queryByText('Pat Platform')).toBeNull();
  });
});
