using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace AgentsMigration.Tool.Doctor.Checks;

/// <summary>Name, connection, certificate, and whether what answers speaks the service's language.</summary>
internal static class ReachabilityCheck
{
    private const string Name = "reachability";

    public static async Task<IReadOnlyList<Finding>> RunAsync(
        DoctorSettings settings, HttpMessageHandler handler, CancellationToken cancellationToken)
    {
        using HttpClient http = new(handler, disposeHandler: false) { Timeout = settings.Timeout };
        string server = settings.Endpoint.GetLeftPart(UriPartial.Authority);
        try
        {
            // Without a credential: any answer will do, but for pages.
            Uri address = new(ServiceAddress.Resources(settings), "files?limit=1");
            using HttpResponseMessage response = await http.GetAsync(address, cancellationToken).ConfigureAwait(false);
            return [Judge(server, response)];
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [new Finding(Name, Verdict.Problem, $"{server} did not answer within {settings.Timeout.TotalSeconds:0} seconds.", Advice.Slow)];
        }
        catch (HttpRequestException failure)
        {
            return [Explain(server, failure)];
        }
    }

    private static Finding Judge(string server, HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType == "text/html" || status is >= 300 and < 400)
            return new Finding(Name, Verdict.Problem, $"{server} answers with a page (HTTP {status}).", Advice.NotTheService);
        return response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired
            ? new Finding(Name, Verdict.Problem, "The proxy wants a sign-in of its own.", Advice.NotListening)
            : new Finding(Name, Verdict.Ok, $"{server} answers.");
    }

    private static Finding Explain(string server, HttpRequestException failure) => failure.GetBaseException() switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            new Finding(Name, Verdict.Problem, $"The name of {server} is not known (DNS).", Advice.UnknownHost),
        SocketException socket => new Finding(Name, Verdict.Problem, $"{server} does not take the connection: {socket.Message}.", Advice.NotListening),
        AuthenticationException tls => new Finding(Name, Verdict.Problem, $"No secure connection to {server} (TLS): {tls.Message}", Advice.Untrusted),
        _ when failure.HttpRequestError == HttpRequestError.SecureConnectionError =>
            new Finding(Name, Verdict.Problem, $"No secure connection to {server} (TLS): {failure.Message}", Advice.Untrusted),
        _ => new Finding(Name, Verdict.Problem, $"{server} cannot be reached: {failure.Message}", Advice.NotListening),
    };
}
