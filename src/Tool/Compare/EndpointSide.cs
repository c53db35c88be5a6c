using AgentsMigration.Comparison.Replaying;

namespace AgentsMigration.Tool.Compare;

/// <summary>A legacy endpoint: the retired service while it lasts, or a gateway.</summary>
internal sealed record EndpointSide(Uri Address, string? Key) : ServiceSide(Address.GetLeftPart(UriPartial.Path))
{
    public override Task<ServiceSession> ConnectAsync(RecordedObjects recorded, CancellationToken cancellationToken)
    {
        HttpClient client = new(new LegacyAddressHandler(Address)) { BaseAddress = Address };
        if (Key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", Key);
            // Azure OpenAI's own keys are looked for here.
            client.DefaultRequestHeaders.Add("api-key", Key);
        }
        return Task.FromResult(new ServiceSession(client));
    }

    // A record would show its key in every message.
    public override string ToString() => Name;
}
