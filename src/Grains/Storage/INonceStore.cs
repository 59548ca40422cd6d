namespace Dispatch.Grains.Storage;

/// <summary>Which signed messages of other systems came, so that none counts twice.</summary>
public interface INonceStore
{
    /// <summary>Remembers a nonce of a source; false when it is remembered already.</summary>
    /// <param name="source">The source's id.</param>
    /// <param name="nonce">The nonce.</param>
    /// <param name="at">Real time.</param>
    /// <param name="forgetBefore">Nonces of before this instant of real time, of any source, are removed.</param>
    /// <param name="cancellation">Stops it.</param>
    ValueTask<bool> TryRememberAsync(string source, string nonce, DateTimeOffset at, DateTimeOffset forgetBefore, CancellationToken cancellation = default);
}
