SwaggerUIBundle({
  dom_id: '#api',
  url: 'openapi?format=json',
  deepLinking: true,
  docExpansion: 'none',
  persistAuthorization: false,
  validatorUrl: null
});
