// A stand-in for Azure.AI.Projects 3.0-beta that works, as far as rewritten programs call it: the OpenAI package's own clients at the
// address of a project. The packages themselves cannot be restored everywhere. Compiled by the tests, over OpenAI 2.13.
using System;
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using Azure.AI.Extensions.OpenAI;
using Azure.AI.Projects.Agents;

namespace Azure.AI.Projects
{
    public class AIProjectClient
    {
        /// <summary>Whoever signs in to an emulator needs no token.</summary>
        internal static readonly ApiKeyCredential Key = new("any-key");

        private readonly Uri _endpoint;

        public AIProjectClient(Uri endpoint, AuthenticationTokenProvider tokenProvider) => _endpoint = endpoint;

        public AgentAdministrationClient AgentAdministrationClient => new(_endpoint);

        public ProjectOpenAIClient ProjectOpenAIClient => new(new Uri(_endpoint.AbsoluteUri.TrimEnd('/') + "/openai/v1"));
    }
}
