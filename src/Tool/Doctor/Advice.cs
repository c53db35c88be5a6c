namespace AgentsMigration.Tool.Doctor;

/// <summary>What to do about each finding: the knowledge of the doctor, in one place.</summary>
internal static class Advice
{
    public const string UnknownHost = "Check the host name of --endpoint; for a private endpoint, that this machine resolves its private zone.";
    public const string NotListening = "Check the port, the firewall and the proxy (HTTPS_PROXY); for a resource without public access, run this inside its network.";
    public const string Untrusted = "Check the name and date of the certificate, and whether a proxy that inspects traffic has put in its own: trust its root.";
    public const string Slow = "Check the proxy and the firewall: something takes the connection and says nothing.";
    public const string Unstable = "Run it again; if it stays so, look at what stands between this machine and the service.";
    public const string NotTheService = "This answers, but it is not the service: check the path of --endpoint, and whether a sign-in page stands before it.";
    public const string NoToken = "Sign in ('az login'), set AZURE_CLIENT_ID and its like, or give --api-key.";
    public const string WrongKey = "Take a key of this very resource, and look whether it was rotated, or has a space or quote too many.";
    public const string Forbidden = "Foundry: give the identity the role 'Azure AI User' on the project. Azure OpenAI: 'Cognitive Services OpenAI User'. OpenAI: the key's project and its permissions. If key access is switched off, leave --api-key out.";
    public const string WrongAudience = "The token is for another service: Foundry wants https://ai.azure.com, Azure OpenAI https://cognitiveservices.azure.com. Check that --target fits --endpoint.";
    public const string TokenAsKey = "This is a token, not a key: leave --api-key out and sign in, so that it is asked for with the right scope and renewed.";
    public const string NoConversations = "If this is an Azure OpenAI resource, take --target azure-openai: the adapter then keeps the threads itself.";
    public const string NoResponses = "Nothing works without it: check that --target fits --endpoint (OpenAI's ends in /v1), and that the resource has the v1 API.";
    public const string NoAgents = "Take the endpoint of a Foundry project (…/api/projects/{project}), not of its resource, and not of a hub of the classic kind.";
    public const string NoFiles = "Uploads, file search and files for code interpreter will not work: check the resource, or its permissions for files.";
    public const string NoStores = "File search will not work: look whether the region offers it, or move the resource.";
    public const string NoContainers = "Code interpreter will not work: move to a region that has it, or keep assistants without that tool.";
    public const string NoModel = "Deploy the model, or give the deployment's name, which need not be the model's.";
    public const string NoBackground = "Runs are background responses: take a model and a resource that allow them, and data retention that is not switched off.";
    public const string NoCodeInterpreter = "The model or the region does not have the tool: try another deployment, or another region.";
    public const string NoDownloads = "Pictures and files that code interpreter makes would be lost: look whether the resource's network or permissions keep containers shut, and ask the service's support.";
    public const string Sessions = "Sessions are billed one by one: end threads that are done with, keep tasks short, and let code use what is there; a package that is missing needs a custom code interpreter or a function.";
    public const string RegionWithout = "Make the project in another region; the models and files move, stored vectors are made anew. Or run code yourself, as a function.";
    public const string UnsupportedFile = "Convert it, for example to csv, json, txt or pdf, or put it into a zip for code interpreter.";
    public const string Busy = "The quota is used up at the moment: raise it before the migration, runs would fail with rate_limit_exceeded.";
    public const string GiveModel = "Give --model NAME to have a model, background responses and code interpreter tried; it costs a few tokens.";
    public const string LeftBehind = "Delete it by hand.";
}
