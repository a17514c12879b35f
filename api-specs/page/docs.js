'use strict';

(() => {
  /** The address that the paths of the API begin with: where this page comes from, whatever the spec's servers say. */
  const api = new URL('..', document.baseURI).href.replace(/\/$/, '');
  const specUrl = api + '/openapi.yaml';
  const logInUrl = api + '/auth/login';
  let token;

  const element = id => document.getElementById(id);

  const thisServer = () => ({
    statePlugins: {
      spec: {
        wrapActions: {
          updateJsonSpec: update => spec => {
            introduce(spec);
            update({ ...spec, servers: [{ url: api, description: 'The service that shows this page' }] });
          },
        },
      },
    },
  });

  /** Fills in only what an operation needs: example filters, cursors and keys would change its answer. */
  const emptyOptionalFields = () => ({
    statePlugins: {
      spec: {
        wrapSelectors: {
          parameterWithMetaByIdentity: find => (...request) => {
            const field = find(...request);
            return field?.get('required') ? field : field?.deleteAll(['example', 'examples']).deleteIn(['schema', 'example']);
          },
        },
      },
    },
  });

  function introduce(spec) {
    document.title = spec.info.title;
    element(spec.paths['/auth/login'] ? 'log-in-here' : 'log-in-there').hidden = false;
  }

  /** A service that knows the page about all services links it: Link: <…>; rel="up". */
  function linkOverview(header) {
    const url = /<(https?:[^>]+)>; rel="up"/.exec(header ?? '')?.[1];
    if (url) {
      element('overview').href = url;
      element('overview').hidden = false;
      element('log-in-link').href = url;
    }
  }

  function logIn(answer) {
    const [name, schema] = ui.specSelectors.securityDefinitions().findEntry(it => it.get('scheme') === 'bearer');
    ui.authActions.authorizeWithPersistOption({ [name]: { name, schema, value: answer.token } });
    welcome(answer.token);
  }

  function welcome(newToken) {
    token = newToken;
    element('logged-in').hidden = false;
  }

  /** The page was logged in when it was last open. */
  function resume() {
    ui.authSelectors.authorized().forEach((login, name) => {
      if (expires(login.get('value')) > Date.now()) {
        welcome(login.get('value'));
      } else {
        ui.authActions.logoutWithPersistOption([name]);
      }
    });
  }

  function expires(jwt) {
    try {
      const claims = jwt.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
      return JSON.parse(atob(claims)).exp * 1000;
    } catch {
      return Infinity; // not one of ours, such as that of a stub
    }
  }

  element('copy').addEventListener('click', async () => {
    await navigator.clipboard.writeText(token);
    element('copy').textContent = 'Copied';
  });

  const ui = SwaggerUIBundle({
    dom_id: '#operations',
    url: specUrl,
    plugins: [thisServer, emptyOptionalFields],
    validatorUrl: null,
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    persistAuthorization: true,
    tryItOutEnabled: true,
    onComplete: resume,
    responseInterceptor: response => {
      if (response.url === specUrl) {
        linkOverview(response.headers.link);
      } else if (response.url === logInUrl && response.status === 200) {
        logIn(JSON.parse(response.text));
      }
      return response;
    },
  });
})();
