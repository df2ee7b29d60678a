/* Stands in for the configuration that Tasklist brings along. */
export default {
  app: {
    name: 'Review tasks',
    vendor: 'OIN'
  },
  dateFormat: {
    normal: 'LLL',
    long: 'LLLL'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'moves to the first list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'moves to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'moves to the first field of the form'
    }
  }
};
